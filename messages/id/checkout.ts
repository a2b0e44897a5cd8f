import type { checkout as english } from '../en/checkout'
import type { Translated } from '../translated'

export const checkout: Translated<typeof english> = {
  title: 'Checkout',
  cartChanged: 'Ada yang berubah di keranjang Anda. Silakan lihat dulu sebelum membayar.',
  lookAtCart: 'Lihat sekarang',
  change: 'Ubah pesanan',
  waiting: 'Ada pesanan Anda yang menunggu pembayaran.',
  seeWaiting: 'Lanjutkan',
  summary: {
    heading: 'Pesanan Anda',
    total: 'Total',
    pickup: 'Ambil di toko: tidak ada ongkos kirim.',
  },
  form: {
    seeOrder: 'Lihat pesanan Anda',
    marked: 'Belum ada yang dipesan. Silakan periksa isian yang ditandai.',
    name: 'Nama',
    email: 'Email',
    emailHint: 'Untuk struk belanja.',
    phone: 'Nomor HP',
    phoneHint: 'Kalau toko perlu bertanya, misalnya 0812\u00a03456\u00a07890.',
    method: 'Mau bayar dengan apa?',
    gopayHint: 'Di ponsel, aplikasi GoPay akan terbuka. Di komputer, Anda memindai kode.',
    qrisHint: 'Satu kode untuk semua dompet digital dan aplikasi bank yang bisa membaca QRIS.',
    pay: 'Bayar',
    unanswered:
      'Tidak tersambung: belum ada jawaban dari toko. Tekan Bayar sekali lagi setelah tersambung. Berapa kali pun Anda menekan, pesanannya tetap satu.',
    placing: 'Sebentar, kami sedang meminta kode Anda…',
  },
  fieldErrors: {
    name: {
      missing: 'Tulis nama Anda.',
      tooLong: 'Tulis nama paling banyak 100 karakter.',
      invalid: 'Tulis nama dengan huruf biasa, tanpa karakter khusus yang tidak terlihat.',
    },
    email: {
      missing: 'Tulis alamat email Anda.',
      tooLong: 'Tulis alamat email paling banyak 254 karakter.',
      invalid: 'Tulis alamat email seperti nama@example.com.',
    },
    phone: {
      missing: 'Tulis nomor HP Anda.',
      tooLong: 'Tulis nomor HP 8 sampai 15 angka.',
      invalid: 'Tulis nomor HP 8 sampai 15 angka.',
    },
    method: {
      missing: 'Pilih GoPay atau QRIS.',
      tooLong: 'Pilih GoPay atau QRIS.',
      invalid: 'Pilih GoPay atau QRIS.',
    },
  },
  problems: {
    notNow:
      'Toko belum bisa menerima pesanan Anda saat ini. Tekan Bayar sekali lagi sebentar lagi: berapa kali pun Anda menekan, pesanannya tetap satu.',
    totalChanged:
      'Isi keranjang Anda berubah: totalnya sekarang {total}. Tekan Bayar untuk memesannya.',
    tooMany:
      'Terlalu banyak pesanan sekaligus. Tidak ada uang yang ditarik. Silakan tunggu {seconds, number} detik, lalu tekan Bayar.',
    emptyCart:
      'Keranjang Anda kosong, jadi belum ada yang perlu dibayar. Silakan pilih barang dulu.',
    something: 'Salah satu barang di keranjang Anda',
    soldOut:
      '{product} sudah habis. Tidak ada uang yang ditarik. Silakan ubah keranjang lalu coba lagi.',
    onlyLeft:
      '{product} tinggal {left, number}. Tidak ada uang yang ditarik. Silakan ubah keranjang lalu coba lagi.',
    amountTooLarge: 'Cara bayar ini paling banyak {limit}.',
    formUsed: 'Formulir ini sudah menjadi pesanan. Tekan Bayar sekali lagi kalau mau memesan lagi.',
  },
}
