/** Lines of one thickness with round ends, on a field of 24. */
const drawings = {
  cart: 'M3.5 10.5h17l-1.6 8.2a2 2 0 0 1-2 1.6H7.1a2 2 0 0 1-2-1.6L3.5 10.5ZM7 10.5l3.4-6.8M17 10.5l-3.4-6.8M9.3 14v3M14.7 14v3',
  orders:
    'M5.5 3.5h13v17l-2.2-1.5-2.1 1.5-2.2-1.5-2.2 1.5-2.1-1.5-2.2 1.5ZM9 8h6M9 11.5h6M9 15h3.5',
  help: 'M20.5 12a8.5 8.5 0 1 1-4-7.2 8.5 8.5 0 0 1 4 7.2ZM9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.9M12 16.6v.1',
  search: 'M17 10.7a6.3 6.3 0 1 1-12.6 0 6.3 6.3 0 0 1 12.6 0ZM15.3 15.3l4.7 4.7',
  minus: 'M6.5 12h11',
  plus: 'M6.5 12h11M12 6.5v11',
  chevron: 'm9 5 7 7-7 7',
  check: 'M5 12.6l4.6 4.6L19.5 7.3',
  shield: 'M12 3.2l7.2 2.6v5.4c0 4.6-3 8-7.2 9.6-4.2-1.6-7.2-5-7.2-9.6V5.8ZM9 11.9l2.2 2.2 4-4.2',
} as const

/** Decoration beside words, in the colour of the text. */
export function Icon({
  name,
  className = '',
}: {
  name: keyof typeof drawings
  className?: string
}) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`size-6 shrink-0 fill-none stroke-current stroke-2 ${className}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
