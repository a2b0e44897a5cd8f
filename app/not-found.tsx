import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shop.notFound')
  return { title: t('title') }
}

export default function NotFound() {
  const t = useTranslations('shop')
  return (
    <EmptyState picture="closed-shutter" title={t('notFound.heading')} text={t('notFound.text')}>
      <ButtonLink href="/">{t('allProducts')}</ButtonLink>
      <ButtonLink href="/orders" look="secondary">
        {t('notFound.orders')}
      </ButtonLink>
    </EmptyState>
  )
}
