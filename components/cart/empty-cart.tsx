import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export function EmptyCart() {
  const t = useTranslations()
  return (
    <EmptyState picture="empty-basket" title={t('cart.empty.heading')} text={t('cart.empty.text')}>
      <ButtonLink href="/">{t('shop.allProducts')}</ButtonLink>
    </EmptyState>
  )
}
