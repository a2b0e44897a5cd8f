export type PicturedStep = {
  /** A drawing of public/images/steps. */
  picture: 'open-app' | 'scan' | 'confirm' | 'save' | 'upload' | 'paid'
  text: string
}

/** What to do, in order, each with a picture of it. */
export function PicturedSteps({ steps }: { steps: PicturedStep[] }) {
  return (
    <ol className="grid gap-6 sm:grid-cols-3">
      {steps.map(({ picture, text }, index) => (
        <li key={picture} className="grid grid-cols-[min(7rem,35%)_1fr] items-start gap-4 sm:block">
          <img
            src={`/images/steps/${picture}.svg`}
            alt=""
            width={320}
            height={240}
            loading="lazy"
            className="h-auto w-full"
          />
          <p className="flex gap-3 sm:mt-3">
            <span
              aria-hidden="true"
              className="grid size-7 shrink-0 place-items-center rounded-full bg-leaf text-note font-extrabold text-accent"
            >
              {index + 1}
            </span>
            <span className="min-w-0">{text}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}
