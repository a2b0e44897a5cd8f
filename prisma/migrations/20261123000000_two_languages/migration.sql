-- Products say what they are in both languages. `npm run db:seed` fills in the texts.
ALTER TABLE "product" RENAME COLUMN "description" TO "description_en";
ALTER TABLE "product" ALTER COLUMN "description_en" SET DEFAULT '';
ALTER TABLE "product" ADD COLUMN "description_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "product" ADD COLUMN "kind_en" TEXT NOT NULL DEFAULT '';
ALTER TABLE "product" ADD COLUMN "kind_id" TEXT NOT NULL DEFAULT '';

-- The orders placed in one browser, newest first.
CREATE INDEX "orders_browser_digest_created_at_idx" ON "orders"("browser_digest", "created_at");
