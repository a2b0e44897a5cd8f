import type { ReactNode } from 'react'

export function Panel({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={`rounded-2xl border border-line bg-card p-5 shadow-card sm:p-7 print:border-0 print:p-0 print:shadow-none ${className}`}
    >
      {children}
    </div>
  )
}
