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
    label: 'Urutan barang',
    shelf: 'Seperti di rak',
    cheapest: 'Termurah dulu',
    dearest: 'Termahal dulu',
    name: 'Menurut nama',
  },
  search: {
    label: 'Cari barang',
    example: 'kopi, batik…',
    submit: 'Cari',
  },
  found: {
    title: 'Mencari “{text}”',
    heading: 'Mencari “{text}”',
    count: '{count, plural, other {# barang}}',
    countOnShelf: '{count, plural, other {# barang}} di rak {shelf}',
  },
  nothing: {
    heading: 'Tidak ada yang bernama “{text}”',
    emptyShelf: 'Rak ini sedang kosong',
    text: 'Coba kata lain, boleh bahasa Indonesia atau Inggris, atau lihat-lihat isi rak. Silakan juga tanya di toko: tidak semuanya ada di halaman ini.',
    everyShelf: 'Cari di semua rak',
    allProducts: 'Lihat semua barang',
  },
  neighbours: 'Di sebelahnya di rak',
  shareAlt: '{product} dan harganya, di Tokoku',
  soldOut: 'Habis',
  soldOutForNow: 'Sedang habis. Silakan tanya lagi beberapa hari ke depan.',
  onlyLeft: 'Tinggal {stock, number}.',
  pickup: 'Ambil di toko, kami bungkus saat Anda datang.',
  categories: {
    drinks: 'Kopi dan teh',
    snacks: 'Camilan',
    kitchen: 'Dapur',
    batik: 'Batik',
  },
}
