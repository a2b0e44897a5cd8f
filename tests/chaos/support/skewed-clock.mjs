// Loaded into a process before all else (--import): its clock is wrong, as a machine's may be. What waits or
// measures (timers, performance) is not touched: those do not ask what time it is.
const skewMs = Number(process.env.CLOCK_SKEW_MS)

globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [target.now() + skewMs], newTarget),
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + skewMs : Reflect.get(target, name, receiver),
})
