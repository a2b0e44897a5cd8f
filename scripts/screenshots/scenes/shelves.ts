import { setStock } from '../database'
import { button, page, type Scene } from '../scene'

/** From the shelf to the form. */
export const shelfScenes: Scene[] = [
  { name: 'catalogue', inBothLanguages: true, open: page('/') },
  { name: 'catalogue-category', open: page('/?category=batik&sort=cheapest') },
  { name: 'catalogue-search', open: page('/?q=kopi') },
  { name: 'catalogue-nothing-found', open: page('/?q=espresso&category=batik') },
  { name: 'product', inBothLanguages: true, open: page('/products/kopi-gayo') },
  {
    name: 'product-added',
    async open(stage) {
      await stage.show('/products/teh-melati')
      await button(stage, 'Add to cart').click()
      await stage.page.getByText('It is in your cart.').waitFor()
    },
  },
  {
    name: 'product-sold-out',
    async open(stage) {
      await setStock(stage.dataDir, 'tas-parang', 0)
      await stage.show('/products/tas-parang')
    },
    close: ({ dataDir }) => setStock(dataDir, 'tas-parang', 45),
  },
  {
    name: 'cart',
    inBothLanguages: true,
    async open(stage) {
      await stage.shop.fillCart({ 1: 2, 7: 1, 13: 1 })
      await stage.show('/cart')
    },
  },
  {
    name: 'cart-problem',
    async open(stage) {
      await stage.shop.fillCart({ 1: 2, 7: 99 })
      await stage.show('/cart')
    },
  },
  {
    name: 'cart-empty',
    async open(stage) {
      await stage.page.context().clearCookies({ name: 'tokoku-cart' })
      await stage.show('/cart')
    },
  },
  {
    name: 'checkout',
    inBothLanguages: true,
    async open(stage) {
      await stage.shop.fillCart({ 1: 2, 3: 1 })
      await stage.show('/checkout')
    },
  },
  {
    name: 'checkout-errors',
    async open(stage) {
      await stage.shop.fillCart({ 1: 1 })
      await stage.show('/checkout')
      await stage.page.getByLabel('Email', { exact: true }).fill('sari')
      await button(stage, 'Pay').click()
      await stage.page.getByText(/such as name@example\.com/).waitFor()
    },
  },
]
