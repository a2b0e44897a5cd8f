import type { payment as english } from '../en/payment'
import type { Translated } from '../translated'

export const payment: Translated<typeof english> = {
  title: 'Bayar',
  lead: 'Halaman ini berubah sendiri begitu uangnya masuk, biasanya dalam beberapa detik.',
  amount: 'Jumlah',
  timeLeft: 'Sisa waktu',
  merchant: 'Bayar kepada',
  payBefore: 'Mohon bayar sebelum <time></time>',
  notPaidAfterAll: 'Ternyata pembayarannya belum berhasil? Anda masih bisa membayar:',
  qrAlt: 'Kode QR untuk membayar {amount} pesanan {orderId}',
  openGopay: 'Buka GoPay',
  showQr: 'Tampilkan kode QR',
  saveQr: 'Simpan kode QR',
  lost: 'Tidak tersambung. Pembayaran Anda tetap tercatat, dan halaman ini menyusul dengan sendirinya.',
  over: {
    heading: 'Waktu bayar sudah habis',
    text: 'Mohon jangan membayar kode ini lagi. Kami sedang menanyakan hasilnya ke Midtrans; halaman ini berubah sendiri.',
  },
  address: {
    show: 'Kirim ke ponsel saya',
    back: 'Kembali ke kode pembayaran',
    alt: 'Kode QR berisi alamat halaman ini',
    text: 'Pindai dengan kamera ponsel Anda. Halaman ini terbuka di sana, lalu Anda membayar di ponsel.',
  },
  wallet: {
    opening: 'Membuka GoPay…',
    notOpened:
      'GoPay tidak terbuka? Tekan Buka GoPay, simpan kode QR untuk aplikasi lain, atau keluar dari aplikasi ini:',
    open: {
      inApp:
        '{app} menampilkan halaman ini di browsernya sendiri. Kalau GoPay tidak terbuka dari sini, simpan kode QR, atau keluar dari {app}:',
      inAnotherApp:
        'Halaman ini tampil di dalam aplikasi lain. Kalau GoPay tidak terbuka dari sini, simpan kode QR, atau keluar dari aplikasi itu:',
    },
    save: {
      inApp:
        '{app} menampilkan halaman ini di browsernya sendiri, yang kadang tidak bisa menyimpan kode QR. Kalau tidak tersimpan, keluar dari {app}:',
      inAnotherApp:
        'Halaman ini tampil di dalam aplikasi lain, yang kadang tidak bisa menyimpan kode QR. Kalau tidak tersimpan, keluar dari aplikasi itu:',
    },
    openInBrowser: 'Buka di browser',
  },
  preparing: {
    asking:
      'Kami sedang meminta kode untuk membayar {amount} ke Midtrans. Halaman ini memeriksa lagi dengan sendirinya.',
    away: 'Midtrans, yang menerima pembayaran kami, sedang tidak menjawab. Kami terus meminta kode untuk membayar {amount}, dan halaman ini menampilkannya begitu kode itu ada. Anda juga bisa kembali ke alamat ini nanti.',
    useApp:
      'Midtrans tidak mengirim kode untuk membayar {amount}. Silakan bayar lewat aplikasi GoPay.',
    useNothing:
      'Midtrans tidak mengirim kode untuk membayar {amount}. Batalkan pesanan ini lalu coba lagi, atau tanyakan ke toko.',
    safe: 'Pesanan Anda aman, dan belum ada uang yang ditarik. Mohon jangan memesan dua kali.',
  },
  steps: {
    heading: 'Cara bayar',
    openApp: 'Buka GoPay, atau aplikasi lain yang bisa membaca QRIS, di ponsel Anda.',
    scan: 'Pilih Scan, lalu arahkan kamera ke kode ini.',
    gopayOr: {
      save: 'Mau bayar dengan GoPay di ponsel ini? Tekan Buka GoPay. Untuk aplikasi lain, simpan kode QR-nya.',
      hold: 'Mau bayar dengan GoPay di ponsel ini? Tekan Buka GoPay. Untuk aplikasi lain, tahan kode QR-nya lalu pilih Simpan ke Foto.',
    },
    save: 'Simpan kode QR ke galeri foto Anda.',
    hold: 'Tahan kode QR-nya, lalu pilih Simpan ke Foto.',
    upload: 'Buka aplikasinya, pilih Scan, lalu pilih gambar tadi dari foto Anda.',
    confirm: 'Periksa nama toko dan jumlahnya, lalu konfirmasi dengan PIN Anda.',
  },
  apps: {
    heading: 'Bisa dengan aplikasi mana saja',
    others: 'semua aplikasi lain yang membaca QRIS',
  },
  next: {
    heading: 'Setelah itu',
    text: 'Begitu pembayaran masuk, halaman ini menjadi Lunas dan menampilkan struk Anda. Barangnya kami bungkus, lalu Anda ambil di toko.',
  },
  picture: {
    none: 'Tidak ada kode untuk dibayar.',
    notSent: 'Midtrans tidak mengirim kodenya. Silakan coba lagi sebentar lagi.',
    tooOften: 'Kode ini terlalu sering diambil. Silakan tunggu {seconds} detik, lalu coba lagi.',
  },
}
