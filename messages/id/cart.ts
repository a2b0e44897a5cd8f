import type { cart as english } from '../en/cart'
import type { Translated } from '../translated'

export const cart: Translated<typeof english> = {
  title: 'Keranjang',
  link: 'Keranjang',
  checkout: 'Checkout',
  heading: 'Keranjang Anda',
  oneItem: '1 barang',
  manyItems: '{count} barang',
  each: '{price} per buah',
  total: 'Total',
  pickup: 'Anda ambil sendiri di toko: tidak perlu alamat, tidak ada ongkos kirim.',
  damaged:
    'Sebagian isi keranjang Anda tidak terbaca dan tidak kami ikutkan. Silakan periksa yang ada di sini.',
  unknownProducts: 'Ada barang di keranjang Anda yang sudah tidak dijual dan tidak kami ikutkan.',
  blocked: 'Ubah dulu barang yang ditandai, baru lanjutkan.',
  empty: {
    heading: 'Keranjang masih kosong',
    text: 'Kopinya baru disangrai, dan rak kami sedang penuh.',
  },
  add: {
    quantity: 'Jumlah',
    submit: 'Masukkan ke keranjang',
    done: 'Sudah masuk ke keranjang Anda.',
    next: 'Periksa dan bayar',
  },
  line: {
    quantity: 'Jumlah {product}',
    less: 'Kurangi {product} satu',
    more: 'Tambah {product} satu',
    update: 'Perbarui',
    sold_out: 'Keburu habis. Silakan hapus dari keranjang.',
    not_enough_stock: 'Tinggal {stock, number}.',
    take: 'Ambil {stock, number}<name> {product}</name>',
    remove: 'Hapus <name>{product}</name>',
  },
  problems: {
    unknown_product: 'Kami tidak mengenal barang ini. Silakan muat ulang halaman.',
    no_whole_number: 'Pilih angka bulat dari 1 sampai {max, number}.',
    not_sold: 'Barang ini sudah tidak dijual.',
    sold_out: '{product} sudah habis.',
    not_enough_stock: 'Persediaan {product} tinggal {stock, number}. Keranjang Anda tidak berubah.',
    too_many_of_one:
      'Satu keranjang muat paling banyak {max, number} buah dari satu barang. Keranjang Anda tidak berubah.',
    too_many_products:
      'Satu keranjang muat paling banyak {max, number} macam barang. Keranjang Anda tidak berubah.',
  },
}
