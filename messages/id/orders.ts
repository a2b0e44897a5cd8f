import type { orders as english } from '../en/orders'
import type { Translated } from '../translated'

export const orders: Translated<typeof english> = {
  number: 'Pesanan',
  title: '{status}: pesanan Anda',
  cancel: 'Batalkan pesanan',
  payAgain: 'Bayar lagi',
  print: 'Cetak struk',
  lost: 'Tidak tersambung. Halaman ini menyusul dengan sendirinya.',
  unanswered: 'Tidak tersambung: belum ada jawaban dari toko. Silakan tekan lagi sebentar lagi.',
  paidTwice:
    'Pesanan ini terbayar lebih dari sekali. Kelebihannya akan dikembalikan; toko sudah diberi tahu.',
  needsPerson:
    'Midtrans memberi tahu kami sesuatu tentang pembayaran ini yang perlu diperiksa orang. Toko sudah diberi tahu; Anda tidak perlu melakukan apa-apa.',
  problems: {
    no_answer:
      'Midtrans belum menjawab, jadi pesanan ini mungkin belum batal. Kami sedang menanyakannya; hasilnya akan tampil di halaman ini. Kalau semenit lagi masih menunggu, tekan Batalkan pesanan sekali lagi.',
    already_paid:
      'Pesanan ini sudah dibayar, jadi tidak bisa dibatalkan lagi. Tidak ada yang berubah.',
    already_over: 'Pesanan ini sudah berakhir, jadi tidak ada yang perlu dibatalkan.',
    not_reopened:
      'Midtrans belum menjawab soal kode Anda yang lama, jadi belum ada kode baru. Silakan tekan Bayar lagi sebentar lagi.',
    sold_out: 'Ada barang di pesanan ini yang keburu habis, jadi tidak bisa dibayar lagi.',
    too_often: 'Terlalu sering dicoba. Silakan tunggu satu menit, lalu coba lagi.',
  },
  status: {
    pending: {
      title: 'Menunggu pembayaran',
      happened: 'Pesanan {amount} ini kami simpan untuk Anda sampai waktu bayar habis.',
      next: 'Bayar dengan GoPay atau pindai kode QR. Halaman ini berubah sendiri begitu pembayaran masuk.',
    },
    paid: {
      title: 'Lunas',
      happened: 'Terima kasih. Pembayaran Anda sebesar {amount} sudah kami terima.',
      next: 'Barang Anda sedang kami bungkus. Ambil di toko dan tunjukkan halaman ini di kasir.',
    },
    expired: {
      title: 'Kedaluwarsa',
      happened: 'Waktu bayar sudah habis. Tidak ada uang yang ditarik.',
      next: 'Masih mau barang-barang ini? Bayar lagi, dan nomor pesanannya tetap sama.',
    },
    cancelled: {
      title: 'Dibatalkan',
      happened: 'Pesanan ini dibatalkan. Tidak ada uang yang ditarik.',
      next: 'Berubah pikiran? Bayar lagi, dan nomor pesanannya tetap sama.',
    },
    denied: {
      title: 'Ditolak',
      happened: 'Dompet atau bank menolak pembayaran ini. Tidak ada uang yang ditarik.',
      next: 'Periksa saldo dan limit di aplikasi Anda, atau bayar lagi dengan aplikasi lain.',
    },
    failed: {
      title: 'Gagal',
      happened: 'Pembayaran tidak bisa dilakukan. Tidak ada uang yang ditarik.',
      next: 'Silakan bayar lagi sebentar lagi. Kalau masih gagal, beri tahu toko nomor pesanan Anda.',
    },
    partially_refunded: {
      title: 'Dikembalikan sebagian',
      happened: '{refunded} dari {amount} dikembalikan kepada Anda.',
      next: 'Uangnya kembali lewat jalan yang sama. GoPay cepat; bank bisa perlu beberapa hari kerja.',
    },
    refunded: {
      title: 'Dikembalikan',
      happened: 'Seluruh pembayaran Anda, {amount}, dikembalikan.',
      next: 'Uangnya kembali lewat jalan yang sama. GoPay cepat; bank bisa perlu beberapa hari kerja.',
    },
  },
  paidWith: 'Terima kasih. Pembayaran Anda sebesar {amount} dengan {way} sudah kami terima.',
  paidLate:
    'Pembayaran ini masuk setelah waktu bayar habis, dan tetap kami terima. Kalau ada barang yang keburu habis, toko akan menghubungi Anda.',
  payAgainElsewhere: 'Bayar lagi ada di halaman ini, di browser tempat pesanan ini dibuat.',
  preparing: {
    happened: 'Pesanan ini kami simpan untuk Anda, dan belum ada uang yang ditarik.',
    next: 'Kami sedang meminta kode bayar ke Midtrans. Kodenya muncul sendiri di sini.',
  },
  walletSuccess: {
    happened:
      'Aplikasi dompet Anda melaporkan berhasil. Kami sedang menunggu konfirmasi dari Midtrans.',
    next: 'Halaman ini berubah sendiri, biasanya dalam beberapa detik. Anda tidak perlu membayar dua kali.',
  },
  walletFailure: {
    happened: 'Anda kembali dari aplikasi dompet tanpa membayar.',
    next: 'Anda bisa mencoba lagi, atau membayar dengan memindai kode QR memakai aplikasi lain.',
  },
  qrisWith: 'QRIS lewat {app}',
  receipt: {
    heading: 'Struk',
    headingUnpaid: 'Pesanan Anda',
    caption: 'Barang yang dipesan',
    product: 'Barang',
    price: 'Harga',
    total: 'Total',
    refunded: 'Dikembalikan',
    kept: 'Yang akhirnya dibayar',
    placedAt: 'Dipesan',
    paidAt: 'Dibayar',
    paidWith: 'Dibayar dengan',
    contact: 'Kontak',
    pickup: 'Pengambilan',
    atTheShop: 'Di toko',
  },
}
