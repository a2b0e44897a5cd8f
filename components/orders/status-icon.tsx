const drawings = {
  clock: 'M12 7v5.2l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  check: 'm5 12.8 4.4 4.4L19 7.4',
  hourglass: 'M7 3h10M7 21h10M8 3c0 5 8 6 8 9s-8 4-8 9M16 3c0 5-8 6-8 9s8 4 8 9',
  cross: 'm7 7 10 10M17 7 7 17',
  alert: 'M12 7.5v6M12 16.9v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  back: 'M9 14 4 9l5-5M4.5 9H14a6 6 0 0 1 0 12H9',
}

export type StatusDrawing = keyof typeof drawings

export function StatusIcon({ drawing }: { drawing: StatusDrawing }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 fill-none stroke-current stroke-[2.25]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path
        d={drawings[drawing]}
        pathLength={1}
        className="[stroke-dasharray:1] motion-safe:transition-[stroke-dashoffset] motion-safe:delay-200 motion-safe:duration-500 arriving:motion-safe:starting:[stroke-dashoffset:1]"
      />
    </svg>
  )
}
