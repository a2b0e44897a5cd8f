import type { help as english } from '../en/help'
import type { Translated } from '../translated'

export const help: Translated<typeof english> = {
  title: 'Cara bayar',
  description:
    'Cara membayar di Tokoku dengan GoPay atau aplikasi apa pun yang membaca QRIS: langkah demi langkah di ponsel dan di komputer, aplikasi yang bisa dipakai, kalau ada kendala, dan supaya tetap aman.',
  heading: 'Cara bayar dengan GoPay dan QRIS',
  intro:
    'Anda pesan di sini, bayar lewat aplikasi di ponsel, lalu ambil barangnya di toko. Sekitar satu menit saja.',
  contents: 'Di halaman ini',
  gopay: {
    heading: 'GoPay, di ponsel yang dipakai belanja',
    steps: {
      open: 'Pilih GoPay lalu tekan Bayar. Aplikasi GoPay terbuka sendiri; kalau tidak, tekan Buka GoPay.',
      confirm: 'Pastikan tertulis Tokoku dan jumlahnya benar, lalu konfirmasi dengan PIN Anda.',
      paid: 'Kembali ke halaman toko. Dalam beberapa detik tulisannya menjadi Lunas.',
    },
  },
  scan: {
    heading: 'Dari komputer atau tablet: pindai kodenya',
    steps: {
      open: 'Buka GoPay, atau aplikasi lain yang bisa membaca QRIS, di ponsel Anda.',
      scan: 'Pilih Scan, lalu arahkan kamera ke kode di layar.',
      confirm: 'Pastikan tertulis Tokoku dan jumlahnya benar, lalu konfirmasi dengan PIN Anda.',
    },
  },
  qris: {
    heading: 'QRIS dengan aplikasi lain, di ponsel yang dipakai belanja',
    steps: {
      save: 'Ponsel tidak bisa memindai layarnya sendiri. Tekan Simpan kode QR, dan gambarnya masuk ke galeri. Di iPhone, tahan kodenya lalu pilih Simpan ke Foto.',
      upload:
        'Buka aplikasi dompet atau bank Anda, pilih Scan, lalu pilih gambar tadi dari galeri.',
      confirm: 'Pastikan tertulis Tokoku dan jumlahnya benar, lalu konfirmasi dengan PIN Anda.',
    },
  },
  apps: {
    heading: 'Aplikasi yang bisa dipakai',
    text: 'QRIS adalah satu kode untuk semuanya: aplikasi apa pun yang bertanda QRIS bisa membayarnya. Misalnya:',
    wallets: 'Dompet digital',
    banks: 'Bank',
    andMore: 'dan aplikasi lain yang membaca QRIS',
  },
  trouble: {
    heading: 'Kalau ada kendala',
    noCode: {
      question: 'Kodenya tidak muncul atau buram',
      answer:
        'Tekan Simpan kode QR: gambarnya lalu dikirim lewat toko kami sendiri. Atau muat ulang halamannya; pesanan Anda tidak berubah.',
    },
    notOpened: {
      question: 'Aplikasi GoPay tidak terbuka',
      answer:
        'Tekan Buka GoPay sekali lagi. Kalau Anda sedang di dalam Instagram, Facebook, LINE, atau TikTok, buka dulu halamannya di browser. Kodenya juga bisa dibayar dengan aplikasi lain.',
    },
    refused: {
      question: 'Aplikasi saya menolak kodenya',
      answer:
        'Lihat sisa waktunya: setelah habis, kode itu tidak berlaku lagi, dan Bayar lagi memberi kode baru. Selain itu, periksa saldo dan limit harian di aplikasi Anda, atau pakai aplikasi lain.',
    },
    notPaid: {
      question: 'Saya sudah bayar, tapi halamannya masih menunggu',
      answer:
        'Mohon jangan bayar dua kali. Halaman ini memeriksa sendiri dan biasanya berubah dalam beberapa detik; kalau sedang ramai bisa beberapa menit. Kalau di aplikasi uangnya sudah keluar, tunjukkan saja di kasir.',
    },
    paidTwice: {
      question: 'Saya bayar dua kali, atau bayar setelah waktunya habis',
      answer:
        'Tidak ada yang hilang. Kedua pembayaran kami lihat. Yang kelebihan dikembalikan lewat jalan yang sama, dan yang terlambat tetap kami pakai untuk pesanan Anda.',
    },
    lost: {
      question: 'Pesanan saya tidak ketemu',
      answer: 'Semua yang dipesan lewat browser ini ada di <link>Pesanan Anda</link>.',
    },
  },
  safety: {
    heading: 'Supaya uang Anda tetap aman',
    rules: {
      pin: 'Masukkan PIN hanya di aplikasi dompet atau bank Anda, jangan pernah di halaman web. Kami tidak pernah meminta PIN, kata sandi, atau OTP.',
      ownCode: 'Pindai hanya kode di halaman pesanan Anda sendiri, di layar Anda sendiri.',
      stranger:
        'Jangan pernah memindai kode kiriman orang, siapa pun dia mengaku. Untuk menerima uang tidak perlu memindai atau membayar apa pun: tidak untuk pengembalian dana, tidak untuk hadiah.',
      check:
        'Sebelum konfirmasi, lihat nama dan jumlahnya di aplikasi. Kalau berbeda dengan halaman ini, berhenti dulu dan tanyakan ke kami.',
      refund: 'Kalau kami mengembalikan uang, uangnya datang sendiri, lewat jalan yang sama.',
    },
  },
  pickup: {
    heading: 'Setelah itu, mampirlah',
    text: 'Begitu halamannya bertuliskan Lunas, kami mulai membungkus. Tunjukkan di kasir, dari layar atau dicetak. Tidak ada ongkos kirim, dan tidak perlu alamat.',
    allProducts: 'Lihat semua barang',
  },
}
