-- CreateEnum
CREATE TYPE "refund_state" AS ENUM ('asked', 'made', 'refused');

-- CreateTable
CREATE TABLE "refund" (
    "key" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "refund_state" NOT NULL DEFAULT 'asked',
    "refusal" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "refund_payment_id_idx" ON "refund"("payment_id");

-- CreateIndex
CREATE INDEX "refund_due_at_idx" ON "refund"("due_at");

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "refund" ADD CONSTRAINT "refund_amount_positive" CHECK ("amount" > 0);

-- Which process wrote an event. A default, so that the statements which write events need not know of it;
-- added in two steps, so that old rows are not said to be of the process that migrates.
ALTER TABLE "payment_event" ADD COLUMN "instance" TEXT;
ALTER TABLE "payment_event" ALTER COLUMN "instance" SET DEFAULT current_setting('application_name'::text);
