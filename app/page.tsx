import { ProductCard } from '@/components/catalogue/product-card'
import { listProducts } from '@/lib/catalogue/products'

export default async function CataloguePage() {
  const products = await listProducts()
  const categories = [...new Set(products.map((product) => product.category))]
  return (
    <>
      <h1 className="max-w-3xl text-4xl sm:text-6xl">
        Good things from the shop around the corner
      </h1>
      <p className="mt-4 max-w-xl text-lg text-ink-soft">
        Coffee, snacks and batik from makers we know by name. Order here, pay with GoPay or QRIS,
        and pick it all up at the counter.
      </p>
      {categories.length === 0 && (
        <p className="mt-10">The shelves are empty right now. Please come back later.</p>
      )}
      {categories.map((category, row) => (
        <section key={category} className="mt-12 sm:mt-16">
          <h2 className="border-b border-line pb-3 text-2xl">{category}</h2>
          <ul className="mt-6 grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 lg:grid-cols-4">
            {products
              .filter((product) => product.category === category)
              .map((product) => (
                <li key={product.id}>
                  <ProductCard product={product} eager={row === 0} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
