import type { ownOrders as english } from '../en/own-orders'
import type { Translated } from '../translated'

export const ownOrders: Translated<typeof english> = {
  title: 'Pesanan Anda',
  heading: 'Pesanan Anda',
  text: 'Semua yang dipesan lewat browser ini, yang terbaru di atas. Tidak perlu akun: di perangkat lain, buka saja alamat halaman pesanannya.',
  things: '{others, plural, =0 {{first}} other {{first} dan # barang lain}}',
  givenBack: '{amount} dikembalikan',
  empty: {
    heading: 'Belum ada pesanan dari sini',
    text: 'Begitu Anda memesan lewat browser ini, pesanannya muncul di sini: untuk dibayar, atau ditunjukkan di kasir.',
    allProducts: 'Lihat semua barang',
  },
}
