import type { Category } from '@/lib/catalogue/categories'

export type CatalogueProduct = {
  id: number
  slug: string
  /**
   * What is printed on it, the same in every language: receipts and Midtrans need no translation. At
   * most 50 characters and no `|` (docs.midtrans.com, item details).
   */
  name: string
  kindEn: string
  kindId: string
  descriptionEn: string
  descriptionId: string
  category: Category
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
    kindEn: 'Arabica coffee, medium roast',
    kindId: 'Kopi arabika, sangrai sedang',
    descriptionEn:
      'Arabica from the hills around Lake Laut Tawar in Aceh, washed and roasted medium every Tuesday. It tastes of brown sugar and a little orange peel, and forgives a hurried morning.',
    descriptionId:
      'Arabika dari perbukitan di sekitar Danau Laut Tawar, Aceh, diolah basah dan disangrai sedang tiap hari Selasa. Rasanya seperti gula merah dengan sedikit kulit jeruk, dan tetap enak walau diseduh terburu-buru.',
    category: 'drinks',
    price: 44_000,
    stock: 5_000,
  },
  {
    id: 2,
    slug: 'kopi-tubruk',
    name: 'Kopi Tubruk, 200 g',
    kindEn: 'Fine ground coffee in a tin',
    kindId: 'Kopi bubuk halus dalam kaleng',
    descriptionEn:
      'Robusta from Temanggung, roasted dark and ground fine for the glass: pour on boiling water, stir, and wait for the grounds to sink. The tin closes tightly and is worth keeping.',
    descriptionId:
      'Robusta Temanggung, disangrai gelap dan digiling halus: tuang air mendidih, aduk, lalu tunggu ampasnya turun. Kalengnya rapat dan sayang kalau dibuang.',
    category: 'drinks',
    price: 58_000,
    stock: 120,
  },
  {
    id: 3,
    slug: 'teh-melati',
    name: 'Teh Melati Tegal, 40 g',
    kindEn: 'Jasmine tea',
    kindId: 'Teh wangi melati',
    descriptionEn:
      'Green tea from Tegal, scented four nights in a row with fresh jasmine. Brew it strong in a clay pot with rock sugar, as the stalls along the north coast do.',
    descriptionId:
      'Teh hijau dari Tegal yang diharumkan dengan melati segar empat malam berturut-turut. Seduh kental di poci tanah liat dengan gula batu, seperti di warung-warung pantura.',
    category: 'drinks',
    price: 8_000,
    stock: 200,
  },
  {
    id: 4,
    slug: 'wedang-uwuh',
    name: 'Wedang Uwuh Imogiri, 125 g',
    kindEn: 'Spiced herbal drink, 5 bundles',
    kindId: 'Minuman rempah, 5 ikat',
    descriptionEn:
      'Ginger, clove, cinnamon leaf and red sappan wood from Imogiri, tied into bundles for one pot each. Simmer ten minutes and it turns the colour of rubies.',
    descriptionId:
      'Jahe, cengkih, daun kayu manis, dan kayu secang dari Imogiri, satu ikat untuk satu panci. Rebus sepuluh menit sampai warnanya merah delima.',
    category: 'drinks',
    price: 25_000,
    stock: 90,
  },
  {
    id: 5,
    slug: 'keripik-tempe',
    name: 'Keripik Tempe, 200 g',
    kindEn: 'Thin tempe crisps',
    kindId: 'Keripik tempe tipis',
    descriptionEn:
      'Tempe from Malang, sliced as thin as paper and fried once in clean coconut oil with coriander and kaffir lime leaf. The bag rarely survives the way home.',
    descriptionId:
      'Tempe Malang yang diiris setipis kertas dan digoreng sekali dalam minyak kelapa bersih dengan ketumbar dan daun jeruk. Jarang ada yang masih utuh sampai rumah.',
    category: 'snacks',
    price: 18_000,
    stock: 150,
  },
  {
    id: 6,
    slug: 'kerupuk-kaleng',
    name: 'Kerupuk Putih, 600 g',
    kindEn: '30 white crackers in a tin',
    kindId: '30 kerupuk putih dalam kaleng',
    descriptionEn:
      'The white curled crackers of every warung, from a family in Ciamis that dries them on bamboo in the sun. They come in the square tin with the round window.',
    descriptionId:
      'Kerupuk putih keriting yang ada di tiap warung, buatan keluarga di Ciamis yang menjemurnya di atas bambu. Datang bersama kaleng kotaknya yang berjendela bundar.',
    category: 'snacks',
    price: 65_000,
    stock: 40,
  },
  {
    id: 7,
    slug: 'lapis-legit',
    name: 'Lapis Legit, 1 kg',
    kindEn: 'Layered butter cake, whole',
    kindId: 'Kue lapis mentega, satu loyang',
    descriptionEn:
      'Eighteen layers, each grilled before the next is poured, with butter, nutmeg and far too many eggs. Ibu Ratna bakes six a week; one cake serves ten patient people.',
    descriptionId:
      'Delapan belas lapis, dipanggang satu per satu, dengan mentega, pala, dan telur yang banyak sekali. Ibu Ratna membuat enam loyang seminggu; satu loyang cukup untuk sepuluh orang yang sabar.',
    category: 'snacks',
    price: 185_000,
    stock: 24,
  },
  {
    id: 8,
    slug: 'dodol-garut',
    name: 'Dodol Garut, 400 g',
    kindEn: 'Palm sugar sweets, 20 pieces',
    kindId: 'Dodol gula aren, isi 20',
    descriptionEn:
      'Sticky rice, coconut milk and palm sugar, stirred over a wood fire for most of a day until it can be cut. Soft, dark and wrapped one by one in coloured paper.',
    descriptionId:
      'Ketan, santan, dan gula aren, diaduk di atas tungku kayu hampir seharian sampai bisa dipotong. Lembut, legam, dan dibungkus satu-satu dengan kertas warna-warni.',
    category: 'snacks',
    price: 32_000,
    stock: 80,
  },
  {
    id: 9,
    slug: 'gula-aren',
    name: 'Gula Aren, 500 g',
    kindEn: 'Palm sugar',
    kindId: 'Gula merah dari nira aren',
    descriptionEn:
      'Sap of the sugar palm, tapped at dawn in Lebak and boiled down the same morning in bamboo moulds. Shave it over porridge, or melt it for iced coffee.',
    descriptionId:
      'Nira aren dari Lebak, disadap waktu subuh dan dimasak pagi itu juga, lalu dicetak dalam bambu. Serut di atas bubur, atau lelehkan untuk es kopi.',
    category: 'kitchen',
    price: 29_000,
    stock: 110,
  },
  {
    id: 10,
    slug: 'sambal-bawang',
    name: 'Sambal Bawang, 180 g',
    kindEn: 'Chilli and shallot sambal',
    kindId: 'Sambal cabai rawit dan bawang merah',
    descriptionEn:
      'Bird’s eye chillies and shallots pounded by hand and fried slowly in coconut oil. Hot first, sweet after; a teaspoon wakes up a bowl of plain rice.',
    descriptionId:
      'Cabai rawit dan bawang merah yang diulek tangan lalu digoreng pelan-pelan dalam minyak kelapa. Pedas dulu, manis belakangan; satu sendok teh cukup untuk sepiring nasi.',
    category: 'kitchen',
    price: 35_000,
    stock: 130,
  },
  {
    id: 11,
    slug: 'kecap-manis',
    name: 'Kecap Manis, 300 ml',
    kindEn: 'Sweet soy sauce',
    kindId: 'Kecap kedelai hitam',
    descriptionEn:
      'Black soybeans from Majalengka, fermented for four months and cooked with palm sugar and star anise. Thick enough to draw with, as a good kecap should be.',
    descriptionId:
      'Kedelai hitam dari Majalengka, difermentasi empat bulan dan dimasak dengan gula aren dan bunga lawang. Kentalnya pas, seperti kecap yang baik.',
    category: 'kitchen',
    price: 27_000,
    stock: 140,
  },
  {
    id: 12,
    slug: 'madu-hutan',
    name: 'Madu Hutan Sumbawa, 350 g',
    kindEn: 'Wild forest honey',
    kindId: 'Madu liar dari hutan',
    descriptionEn:
      'Wild honey that climbers take down from the tall boan trees of Sumbawa after the rains. Dark, runny and faintly sour; every harvest tastes a little different.',
    descriptionId:
      'Madu liar yang diambil para pemanjat dari pohon boan yang tinggi di Sumbawa sehabis musim hujan. Gelap, encer, sedikit asam; rasanya tak pernah persis sama tiap panen.',
    category: 'kitchen',
    price: 110_000,
    stock: 60,
  },
  {
    id: 13,
    slug: 'selendang-kawung',
    name: 'Selendang Kawung',
    kindEn: 'Hand-drawn batik scarf',
    kindId: 'Selendang batik tulis',
    descriptionEn:
      'A scarf of soft cotton with kawung, the palm-fruit flower, drawn in wax and dyed indigo in Giriloyo. Two metres long, and no two borders are alike.',
    descriptionId:
      'Selendang katun halus bermotif kawung, dicanting dan dicelup biru indigo di Giriloyo. Panjangnya dua meter, dan tidak ada dua tepi yang sama.',
    category: 'batik',
    price: 225_000,
    stock: 30,
  },
  {
    id: 14,
    slug: 'tas-parang',
    name: 'Tas Parang',
    kindEn: 'Batik market bag',
    kindId: 'Tas belanja batik cap',
    descriptionEn:
      'A market bag in stamped parang, lined with plain canvas and sewn by a cooperative in Solo. It carries five kilos of rice without complaint.',
    descriptionId:
      'Tas pasar dari batik cap motif parang, dilapisi kanvas polos dan dijahit koperasi di Solo. Kuat membawa lima kilo beras tanpa mengeluh.',
    category: 'batik',
    price: 145_000,
    stock: 45,
  },
  {
    id: 15,
    slug: 'bantal-mega-mendung',
    name: 'Bantal Mega Mendung',
    kindEn: 'Batik cushion cover',
    kindId: 'Sarung bantal batik',
    descriptionEn:
      'A cushion cover with the rain clouds of Cirebon in seven shades of blue. 45 by 45 centimetres with a hidden zip; the filling is not included.',
    descriptionId:
      'Sarung bantal bermotif awan Cirebon dalam tujuh tingkat warna biru. Ukuran 45 × 45 sentimeter dengan ritsleting tersembunyi; isinya tidak termasuk.',
    category: 'batik',
    price: 98_000,
    stock: 50,
  },
  {
    id: 16,
    slug: 'kain-sogan',
    name: 'Kain Sogan, 2 m',
    kindEn: 'Stamped batik cloth',
    kindId: 'Kain batik cap',
    descriptionEn:
      'Cloth from Pekalongan in sogan brown, the colour of tree bark and old wood, stamped by hand on both sides. Wear it as a sarong or let it be a tablecloth.',
    descriptionId:
      'Kain Pekalongan berwarna cokelat sogan, seperti kulit kayu dan perabot tua, dicap tangan di kedua sisinya. Bisa dipakai sebagai sarung atau taplak meja.',
    category: 'batik',
    price: 350_000,
    stock: 20,
  },
]
