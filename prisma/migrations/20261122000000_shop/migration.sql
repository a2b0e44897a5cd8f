-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "payment_method" AS ENUM ('gopay', 'qris');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('pending', 'paid', 'expired', 'cancelled', 'denied', 'failed', 'partially_refunded', 'refunded');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('created', 'pending', 'authorize', 'capture', 'settlement', 'partial_refund', 'refund', 'expire', 'cancel', 'deny', 'failure');

-- CreateTable
CREATE TABLE "product" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" TEXT NOT NULL,
    "placement_key" TEXT NOT NULL,
    "placement_digest" TEXT NOT NULL,
    "browser_digest" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "customer_email" TEXT NOT NULL,
    "customer_phone" TEXT NOT NULL,
    "gross_amount" INTEGER NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'pending',
    "current_attempt" INTEGER NOT NULL DEFAULT 1,
    "holds_stock" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid_at" TIMESTAMPTZ(3),
    "paid_payment_id" UUID,
    "second_payment_id" UUID,
    "paid_late" BOOLEAN NOT NULL DEFAULT false,
    "paid_hook_due_at" TIMESTAMPTZ(3),
    "paid_hook_done_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_item" (
    "order_id" TEXT NOT NULL,
    "product_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "order_item_pkey" PRIMARY KEY ("order_id","product_id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "midtrans_order_id" TEXT NOT NULL,
    "method" "payment_method" NOT NULL,
    "payment_type" TEXT,
    "issuer" TEXT,
    "acquirer" TEXT,
    "status" "payment_status" NOT NULL DEFAULT 'created',
    "gross_amount" INTEGER NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "transaction_id" TEXT,
    "charge_response" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "refusal" TEXT,
    "attention" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "charged_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "next_check_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "order_id" TEXT,
    "midtrans_order_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "body_sha256" TEXT,
    "status_seen" TEXT,
    "status_told" TEXT,
    "verdict" TEXT,
    "reason" TEXT,
    "duration_ms" INTEGER,

    CONSTRAINT "payment_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "orders_placement_key_key" ON "orders"("placement_key");

-- CreateIndex
CREATE INDEX "orders_paid_hook_due_at_idx" ON "orders"("paid_hook_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_midtrans_order_id_key" ON "payment"("midtrans_order_id");

-- CreateIndex
CREATE INDEX "payment_next_check_at_idx" ON "payment"("next_check_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_id_attempt_key" ON "payment"("order_id", "attempt");

-- CreateIndex
CREATE INDEX "payment_event_order_id_id_idx" ON "payment_event"("order_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_event_midtrans_order_id_body_sha256_key" ON "payment_event"("midtrans_order_id", "body_sha256");

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.
ALTER TABLE "product" ADD CONSTRAINT "product_price_positive" CHECK ("price" > 0);
ALTER TABLE "product" ADD CONSTRAINT "product_stock_not_negative" CHECK ("stock" >= 0);
ALTER TABLE "orders" ADD CONSTRAINT "orders_gross_amount_positive" CHECK ("gross_amount" > 0);
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_quantity_positive" CHECK ("quantity" > 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_refunded_within_amount" CHECK ("refunded" BETWEEN 0 AND "gross_amount");
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_at_midtrans" CHECK ("midtrans_order_id" = "order_id" || '-' || "attempt");
