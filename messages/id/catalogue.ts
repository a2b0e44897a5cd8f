import type { catalogue as english } from '../en/catalogue'
import type { Translated } from '../translated'

export const catalogue: Translated<typeof english> = {
  heading: 'Barang pilihan dari toko dekat rumah',
  intro:
    'Kopi, camilan, dan batik dari para pembuat yang kami kenal sendiri. Pesan di sini, bayar dengan GoPay atau QRIS, lalu ambil semuanya di toko.',
  empty: 'Rak kami sedang kosong. Silakan kembali lagi nanti.',
  allProducts: 'Semua barang',
  everything: 'Semua',
  category: 'Rak',
  sort: {
    label: 'Urutkan menurut',
    shelf: 'Rak',
    cheapest: 'Termurah',
    dearest: 'Termahal',
    name: 'Nama',
  },
  search: {
    label: 'Cari barang',
    example: 'kopi, batik…',
    submit: 'Cari',
  },
  found: {
    title: 'Pencarian “{text}”',
    heading: '{count, plural, other {# barang}} untuk “{text}”',
    onShelf: '{count, plural, other {# barang}} untuk “{text}” di rak {shelf}',
    count: '{count, plural, other {# barang}}',
  },
  nothing: {
    heading: 'Tidak ada yang bernama “{text}”',
    onShelf: 'Tidak ada “{text}” di rak {shelf}',
    emptyShelf: 'Rak ini sedang kosong',
    text: 'Coba kata lain, boleh bahasa Indonesia atau Inggris, atau lihat-lihat isi rak. Silakan juga tanya di toko: tidak semuanya ada di halaman ini.',
    everyShelf: 'Cari “{text}” di semua rak',
    allProducts: 'Lihat semua barang',
  },
  neighbours: 'Di sebelahnya di rak',
  shareAlt: '{product} dan harganya, di Tokoku',
  soldOut: 'Habis',
  soldOutForNow: 'Sedang habis. Silakan tanya lagi beberapa hari ke depan.',
  onlyLeft: 'Tinggal {stock, number}.',
  pickup: 'Ambil di toko: kami bungkus begitu pesanan dibayar.',
  categories: {
    drinks: 'Kopi dan teh',
    snacks: 'Camilan',
    kitchen: 'Dapur',
    batik: 'Batik',
  },
}
