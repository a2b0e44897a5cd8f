import { takeStreamSlot } from './stream-slot'
import { VERSION_HEADER } from './version-header'

/** Without a stream. */
const POLL_MS = 3_000
const HIDDEN_POLL_MS = 10_000
/** Beside a stream: one that has died in its sleep does not tell. */
const CHECK_MS = 30_000
const TIMEOUT_MS = 10_000
const CLOCK_WATCH_MS = 1_000
const JUMP_MS = 2_000

type Follower = {
  /**
   * The order's status, as the JSON text that the shop sends, and the version of its page, where that says
   * more than its status: the same text if not. Again and again, changed or not.
   */
  onStatus: (status: string, version: string) => void
  /** Whether the shop answers. */
  onConnection: (connected: boolean) => void
  /** The machine's clock was set, or it slept: what the page counts by it is not so any more. The status follows. */
  onClockJump: () => void
}

/** Between the clock that is set and the one that only runs on. */
const clockDifference = () => Date.now() - performance.now()

/**
 * Follows an order, at the address of its page, until the function it returns is called. A visible window listens to the order's
 * event stream; hidden, or without a stream, it asks now and then. Windows that show the same order
 * tell each other. `everyMs` asks at that pace instead, for what no event tells.
 */
export function followOrder(
  address: string,
  { onStatus, onConnection, onClockJump }: Follower,
  everyMs?: number,
): () => void {
  const otherWindows = new BroadcastChannel(address)
  let stream: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let closeStream = () => {}
  let stopped = false

  const hear = (status: string, version: string) => {
    if (stopped) return
    onConnection(true)
    onStatus(status, version)
  }
  const learn = (status: string, version: string | null) => {
    const heard = [status, version || status] as const
    hear(...heard)
    if (!stopped) otherWindows.postMessage(heard)
  }

  const ask = async () => {
    try {
      const response = await fetch(`${address}/status`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      if (!response.ok) throw new Error(`the shop answered ${response.status}`)
      learn(await response.text(), response.headers.get(VERSION_HEADER))
      if (!document.hidden && (!stream || stream.readyState === EventSource.CLOSED)) listen()
    } catch {
      if (!stopped) onConnection(false)
    }
    askLater()
  }
  const askLater = () => {
    clearTimeout(timer)
    const listening = stream?.readyState === EventSource.OPEN
    const pause = document.hidden ? HIDDEN_POLL_MS : listening ? CHECK_MS : POLL_MS
    if (!stopped) timer = setTimeout(ask, everyMs ?? pause)
  }

  const listen = async () => {
    closeStream()
    if (everyMs !== undefined) return
    let wanted = true
    let giveBack: (() => void) | undefined
    closeStream = () => {
      wanted = false
      stream?.close()
      stream = undefined
      giveBack?.()
    }
    giveBack = await takeStreamSlot()
    if (!wanted) return giveBack?.()
    if (!giveBack) return
    stream = new EventSource(`${address}/events`)
    stream.onopen = askLater
    stream.onmessage = (event) => learn(event.data, event.lastEventId)
    // The browser reconnects by itself where it can; until then the window asks.
    stream.onerror = askLater
  }

  /** After whatever may have cut the line, or put it back. */
  const lookAfresh = async () => {
    askLater()
    if (document.hidden) return closeStream()
    await listen()
    // A stream says at once how the order is.
    if (!stream && !stopped && everyMs === undefined) ask()
  }
  const onOffline = () => {
    closeStream()
    ask()
  }
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) lookAfresh()
  }

  let difference = clockDifference()
  const watchClock = () => {
    const now = clockDifference()
    if (Math.abs(now - difference) < JUMP_MS) return
    difference = now
    onClockJump()
    lookAfresh()
  }
  const clockWatch = setInterval(watchClock, CLOCK_WATCH_MS)

  otherWindows.onmessage = (event: MessageEvent<[string, string]>) => hear(...event.data)
  document.addEventListener('visibilitychange', lookAfresh)
  window.addEventListener('online', lookAfresh)
  window.addEventListener('offline', onOffline)
  window.addEventListener('pageshow', onPageShow)
  lookAfresh()
  return () => {
    stopped = true
    closeStream()
    clearTimeout(timer)
    clearInterval(clockWatch)
    otherWindows.close()
    document.removeEventListener('visibilitychange', lookAfresh)
    window.removeEventListener('online', lookAfresh)
    window.removeEventListener('offline', onOffline)
    window.removeEventListener('pageshow', onPageShow)
  }
}
