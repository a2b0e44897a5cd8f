import { nothingHere } from '@/app/nothing-here'

export const GET = nothingHere
