import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/orders/[orderId]/timeline/actions'
import { openTimeline } from '@/app/orders/open-timeline'
import type { OrderPageProps } from '@/app/orders/order-page-props'
import { LiveOrder } from '@/components/orders/live-order'
import { OrderNumber } from '@/components/orders/order-number'
import { Attempts } from '@/components/timeline/attempts'
import { deeds, isDeed } from '@/components/timeline/deeds'
import { EntryList } from '@/components/timeline/entry-list'
import { RefundForm } from '@/components/timeline/refund-form'
import { ReplayForm } from '@/components/timeline/replay-form'
import { SequenceDiagram } from '@/components/timeline/sequence-diagram'
import { Tools } from '@/components/timeline/tools'
import { Notice } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { readTimelineMark } from '@/lib/orders/timeline'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('timeline')
  return { title: t('title'), robots: { index: false } }
}

/** Everything that happened to an order, for whoever has its address; in production there is no such page. */
export default async function TimelinePage({ params, searchParams }: OrderPageProps) {
  const { orderId } = await params
  const { did } = await searchParams
  // First the mark: what comes in between makes the page look again.
  const mark = await readTimelineMark(orderId)
  const timeline = await openTimeline(orderId)
  const t = await getTranslations('timeline')
  const address = `/orders/${orderId}/timeline`
  return (
    <div className="grid grid-cols-1 gap-8">
      <div>
        <h1 className="text-title">{t('heading')}</h1>
        <p className="mt-3 max-w-prose text-ink-soft">{t('lead')}</p>
        <OrderNumber orderId={orderId} className="mt-3" />
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2 font-bold text-accent underline underline-offset-4">
          <PageLink href={`/orders/${orderId}`}>{t('back')}</PageLink>
          <a href={address}>{t('again')}</a>
          <a href={`/orders/${orderId}/timeline.json`} download>
            {t('download')}
          </a>
        </p>
        <LiveOrder address={address} shown={mark} lostText={t('lost')} />
      </div>
      {isDeed(did) && <Notice tone={deeds[did] ? 'good' : 'error'}>{t(`did.${did}`)}</Notice>}
      <Attempts attempts={timeline.attempts} />
      <Tools
        orderId={orderId}
        isPending={timeline.status === 'pending'}
        check={actions.checkNow}
        cancel={actions.cancelOrder}
      >
        {timeline.attempts
          .filter(({ left }) => left > 0)
          .map(({ attempt, left }) => (
            <RefundForm
              // Another key with every rendering: what was asked for is never asked for again.
              key={`${attempt} ${left}`}
              action={actions.refundAttempt}
              orderId={orderId}
              attempt={attempt}
              left={left}
              refundKey={crypto.randomUUID()}
            />
          ))}
      </Tools>
      <SequenceDiagram entries={timeline.entries} />
      <EntryList
        entries={timeline.entries}
        omitted={timeline.omitted}
        replayOf={(event) => <ReplayForm action={actions.replay} orderId={orderId} event={event} />}
      />
    </div>
  )
}
