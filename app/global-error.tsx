'use client'

import ErrorPage from '@/app/error'
import { jakarta } from '@/app/fonts'
import './globals.css'

/** Shown when the layout itself fails, so it brings a document of its own. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={jakarta.variable}>
      <body>
        <title>Tokoku</title>
        <div aria-hidden="true" className="cut-shade">
          <div className="awning" />
        </div>
        <main className="px-4">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  )
}
