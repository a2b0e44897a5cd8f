type ProductPictureProps = {
  slug: string
  /** Empty where the name stands beside it. */
  alt?: string
  /** The first pictures of a page are wanted at once; the others when they come into view. */
  eager?: boolean
  className?: string
}

/**
 * A plain image: next/image writes style attributes, which the Content-Security-Policy refuses,
 * and a drawing of a few kilobytes needs no resizing. Its ground goes on at both sides: a wider frame
 * shows more of it and cuts nothing.
 */
export function ProductPicture({
  slug,
  alt = '',
  eager = false,
  className = '',
}: ProductPictureProps) {
  return (
    <img
      src={`/images/products/${slug}.svg`}
      alt={alt}
      width={480}
      height={480}
      loading={eager ? 'eager' : 'lazy'}
      className={`aspect-square h-auto ${className}`}
    />
  )
}
