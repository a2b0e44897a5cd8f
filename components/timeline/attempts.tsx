import { useTranslations } from 'next-intl'
import { formatRupiah } from '@/lib/money'
import type { TimelineAttempt } from '@/lib/timeline/entry'

/** Where each attempt to pay stands now, in Midtrans's words. */
export function Attempts({ attempts }: { attempts: TimelineAttempt[] }) {
  const t = useTranslations('timeline.attempts')
  return (
    <section>
      <h2 className="text-heading">{t('heading')}</h2>
      <ul className="mt-3 grid gap-2">
        {attempts.map((one) => (
          <li key={one.attempt} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className="font-bold">{t('attempt', { attempt: String(one.attempt) })}</span>
            <code className="rounded-md bg-stone px-2 font-mono text-note">{one.status}</code>
            <span>{one.paymentType}</span>
            <span className="tabular-nums">{formatRupiah(one.grossAmount)}</span>
            {one.refunded > 0 && (
              <span className="tabular-nums">
                {t('refunded', { amount: formatRupiah(one.refunded) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
