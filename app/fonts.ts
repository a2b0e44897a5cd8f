import localFont from 'next/font/local'

/** Plus Jakarta Sans (SIL Open Font License 1.1), from its npm package: a build needs no network. */
export const jakarta = localFont({
  src: '../node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-jakarta',
  // A font that comes late would move what is being read: then this visit goes without it.
  display: 'optional',
})
