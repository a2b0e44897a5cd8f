import type { shop as english } from '../en/shop'
import type { Translated } from '../translated'

export const shop: Translated<typeof english> = {
  title: 'Tokoku: kopi, teh, camilan, dan batik',
  description:
    'Toko kecil di Indonesia: kopi, teh, camilan, keperluan dapur, dan batik. Bayar dengan GoPay atau QRIS, lalu ambil di toko.',
  skip: 'Langsung ke isi halaman',
  home: 'Tokoku, semua barang',
  nav: 'Toko',
  allProducts: 'Lihat semua barang',
  orders: 'Pesanan',
  help: 'Bantuan',
  language: 'Bahasa',
  footer: {
    pickupHeading: 'Pesan di sini, ambil di toko',
    pickup:
      'Kami tidak mengirim barang, jadi kami tidak pernah menanyakan alamat. Bayar dengan GoPay atau aplikasi apa pun yang bisa membaca QRIS, lalu mampirlah ke toko.',
    linksHeading: 'Mau ke mana?',
    orders: 'Pesanan Anda',
    help: 'Cara bayar',
    aboutHeading: 'Tentang toko ini',
    about:
      'Tokoku adalah toko contoh untuk menerima pembayaran GoPay dan QRIS lewat Midtrans. Barang dan gambarnya dibuat khusus untuk contoh ini.',
  },
  notFound: {
    title: 'Tidak ditemukan',
    heading: 'Alamat ini kosong',
    text: 'Silakan periksa tautannya, atau lihat-lihat dulu barang di rak kami.',
    orders: 'Pesanan Anda',
  },
  error: {
    heading: 'Maaf, belum berhasil',
    text: 'Ada gangguan di pihak kami. Keranjang dan pesanan Anda tetap aman.',
    again: 'Coba lagi',
    allProducts: 'Lihat semua barang',
    number: 'Nomor kesalahan',
  },
  forms: {
    unanswered: 'Tidak tersambung: belum ada jawaban dari toko. Silakan coba lagi sebentar lagi.',
    outOfDate: 'Formulir ini sudah lama. Silakan muat ulang halaman lalu coba lagi.',
  },
  away: {
    heading: 'Kami segera kembali',
    text: 'Toko sedang tidak bisa membuka catatannya. Keranjang dan pesanan Anda tetap aman. Silakan coba lagi sebentar lagi.',
    form: 'Toko sedang tidak bisa membuka catatannya, dan kiriman Anda belum diproses. Keranjang dan pesanan Anda tetap aman. Silakan muat ulang halaman ini sebentar lagi untuk mengirimnya sekali lagi.',
  },
  tooMany: {
    heading: 'Mohon tunggu sebentar',
    text: 'Permintaannya terlalu banyak sekaligus. Tidak ada yang dipesan atau ditagih karenanya. Silakan tunggu {seconds} detik, lalu coba lagi.',
    back: 'Kembali ke toko',
  },
  refused: {
    address: 'Alamat ini tidak benar.',
    origin: 'Permintaan ini tidak datang dari halaman kami.',
    notOurs: 'Ini bukan formulir dari halaman kami.',
    tooLong: 'Formulir ini terlalu panjang. Silakan kembali dan persingkat isinya.',
  },
}
