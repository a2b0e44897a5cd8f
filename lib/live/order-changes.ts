import 'server-only'
import { Client } from 'pg'
import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { ORDER_CHANNEL } from './announce'

type Listener = { onChange: () => void; onClose: () => void }

const RECONNECT_MS = 1_000

/** One LISTEN connection for the process, and who waits for which order. */
class OrderChanges {
  private readonly listeners = new Map<string, Set<Listener>>()
  private connected = false
  private closed = false

  /**
   * Calls `onChange` after each change of this order, and `onClose` when the process stops. Returns
   * the way to stop listening. Changes before the call, or while the database was away, are not
   * repeated: read the order after subscribing.
   */
  subscribe(orderId: string, listener: Listener): () => void {
    if (!this.connected && !this.closed) this.connect()
    const listeners = this.listeners.get(orderId) ?? new Set()
    this.listeners.set(orderId, listeners.add(listener))
    if (this.closed) queueMicrotask(listener.onClose)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.listeners.delete(orderId)
    }
  }

  /** Ends every open stream: one left open would keep the stopping server alive for a minute. */
  closeAll(): void {
    this.closed = true
    for (const listener of [...this.listeners.values()].flatMap((set) => [...set]))
      listener.onClose()
  }

  private connect(): void {
    this.connected = true
    const client = new Client({
      connectionString: env().DATABASE_DIRECT_URL ?? env().DATABASE_URL,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    client.on('notification', ({ payload }) => this.tell(this.listeners.get(payload ?? '')))
    client.on('error', (error) => log('warn', 'live.listen_lost', { error: describeError(error) }))
    client.on('end', () => this.reconnect())
    client
      .connect()
      .then(() => client.query(`LISTEN ${ORDER_CHANNEL}`))
      // Whatever happened while nobody listened: everyone looks again.
      .then(() => this.tell(new Set([...this.listeners.values()].flatMap((set) => [...set]))))
      .catch((error) => {
        log('warn', 'live.listen_failed', { error: describeError(error) })
        this.reconnect()
      })
  }

  private reconnect(): void {
    this.connected = false
    if (this.closed || this.listeners.size === 0) return
    setTimeout(() => !this.connected && this.connect(), RECONNECT_MS).unref()
  }

  private tell(listeners: Iterable<Listener> | undefined): void {
    for (const listener of listeners ?? []) listener.onChange()
  }
}

// One per process, whichever of Next's bundles asks: see lib/db.ts.
const shared = globalThis as typeof globalThis & { tokokuOrderChanges?: OrderChanges }

export function orderChanges(): OrderChanges {
  shared.tokokuOrderChanges ??= new OrderChanges()
  return shared.tokokuOrderChanges
}
