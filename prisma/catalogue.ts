export type CatalogueProduct = {
  id: number
  slug: string
  /** At most 50 characters and no `|`: it is sent to Midtrans (docs.midtrans.com, item details). */
  name: string
  description: string
  category: string
  /** Rupiah. */
  price: number
  /** What the shelf holds when the product is new; the seed never touches it again. */
  stock: number
}

/** What the shop sells, in the order of the shelf. Ids are fixed: carts and orders keep them. */
export const catalogue: CatalogueProduct[] = [
  {
    id: 1,
    slug: 'kopi-gayo',
    name: 'Kopi Gayo, 150 g',
    description:
      'Arabica from the hills around Lake Laut Tawar in Aceh, washed and roasted medium every Tuesday. It tastes of brown sugar and a little orange peel, and forgives a hurried morning.',
    category: 'Coffee and tea',
    price: 44_000,
    stock: 5_000,
  },
  {
    id: 2,
    slug: 'kopi-tubruk',
    name: 'Kopi Tubruk, tin of 200 g',
    description:
      'Robusta from Temanggung, roasted dark and ground fine for the glass: pour on boiling water, stir, and wait for the grounds to sink. The tin closes tightly and is worth keeping.',
    category: 'Coffee and tea',
    price: 58_000,
    stock: 120,
  },
  {
    id: 3,
    slug: 'teh-melati',
    name: 'Teh Melati Tegal, 40 g',
    description:
      'Green tea from Tegal, scented four nights in a row with fresh jasmine. Brew it strong in a clay pot with rock sugar, as the stalls along the north coast do.',
    category: 'Coffee and tea',
    price: 8_000,
    stock: 200,
  },
  {
    id: 4,
    slug: 'wedang-uwuh',
    name: 'Wedang Uwuh, 5 bundles',
    description:
      'Ginger, clove, cinnamon leaf and red sappan wood from Imogiri, tied into bundles for one pot each. Simmer ten minutes and it turns the colour of rubies.',
    category: 'Coffee and tea',
    price: 25_000,
    stock: 90,
  },
  {
    id: 5,
    slug: 'keripik-tempe',
    name: 'Keripik Tempe, 200 g',
    description:
      'Tempe from Malang, sliced as thin as paper and fried once in clean coconut oil with coriander and kaffir lime leaf. The bag rarely survives the way home.',
    category: 'Snacks',
    price: 18_000,
    stock: 150,
  },
  {
    id: 6,
    slug: 'kerupuk-kaleng',
    name: 'Kerupuk Putih, tin of 30',
    description:
      'The white curled crackers of every warung, from a family in Ciamis that dries them on bamboo in the sun. They come in the square tin with the round window.',
    category: 'Snacks',
    price: 65_000,
    stock: 40,
  },
  {
    id: 7,
    slug: 'lapis-legit',
    name: 'Lapis Legit, whole cake',
    description:
      'Eighteen layers, each grilled before the next is poured, with butter, nutmeg and far too many eggs. Ibu Ratna bakes six a week; one cake serves ten patient people.',
    category: 'Snacks',
    price: 185_000,
    stock: 24,
  },
  {
    id: 8,
    slug: 'dodol-garut',
    name: 'Dodol Garut, box of 20',
    description:
      'Sticky rice, coconut milk and palm sugar, stirred over a wood fire for most of a day until it can be cut. Soft, dark and wrapped one by one in coloured paper.',
    category: 'Snacks',
    price: 32_000,
    stock: 80,
  },
  {
    id: 9,
    slug: 'gula-aren',
    name: 'Gula Aren, 500 g',
    description:
      'Sap of the sugar palm, tapped at dawn in Lebak and boiled down the same morning in bamboo moulds. Shave it over porridge, or melt it for iced coffee.',
    category: 'Kitchen',
    price: 29_000,
    stock: 110,
  },
  {
    id: 10,
    slug: 'sambal-bawang',
    name: 'Sambal Bawang, 180 g',
    description:
      'Bird’s eye chillies and shallots pounded by hand and fried slowly in coconut oil. Hot first, sweet after; a teaspoon wakes up a bowl of plain rice.',
    category: 'Kitchen',
    price: 35_000,
    stock: 130,
  },
  {
    id: 11,
    slug: 'kecap-manis',
    name: 'Kecap Manis, 300 ml',
    description:
      'Black soybeans from Majalengka, fermented for four months and cooked with palm sugar and star anise. Thick enough to draw with, as a good kecap should be.',
    category: 'Kitchen',
    price: 27_000,
    stock: 140,
  },
  {
    id: 12,
    slug: 'madu-hutan',
    name: 'Madu Hutan Sumbawa, 350 g',
    description:
      'Wild honey that climbers take down from the tall boan trees of Sumbawa after the rains. Dark, runny and faintly sour; every harvest tastes a little different.',
    category: 'Kitchen',
    price: 110_000,
    stock: 60,
  },
  {
    id: 13,
    slug: 'selendang-kawung',
    name: 'Selendang Kawung',
    description:
      'A scarf of soft cotton with kawung, the palm-fruit flower, drawn in wax and dyed indigo in Giriloyo. Two metres long, and no two borders are alike.',
    category: 'Batik',
    price: 225_000,
    stock: 30,
  },
  {
    id: 14,
    slug: 'tas-parang',
    name: 'Tas Parang',
    description:
      'A market bag in stamped parang, lined with plain canvas and sewn by a cooperative in Solo. It carries five kilos of rice without complaint.',
    category: 'Batik',
    price: 145_000,
    stock: 45,
  },
  {
    id: 15,
    slug: 'bantal-mega-mendung',
    name: 'Bantal Mega Mendung',
    description:
      'A cushion cover with the rain clouds of Cirebon in seven shades of blue. 45 by 45 centimetres with a hidden zip; the filling is not included.',
    category: 'Batik',
    price: 98_000,
    stock: 50,
  },
  {
    id: 16,
    slug: 'kain-sogan',
    name: 'Kain Sogan, 2 m',
    description:
      'Cloth from Pekalongan in sogan brown, the colour of tree bark and old wood, stamped by hand on both sides. Wear it as a sarong or let it be a tablecloth.',
    category: 'Batik',
    price: 350_000,
    stock: 20,
  },
]
