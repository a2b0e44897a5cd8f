-- An order may be paid by more than two attempts: all that wait to be given back are kept, in the order in
-- which they were paid.
ALTER TABLE "orders" ADD COLUMN "other_payment_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

UPDATE "orders" SET "other_payment_ids" = "others"."ids"
FROM (
  SELECT "orders"."id" AS "order_id",
    array_agg("payment"."id" ORDER BY "payment"."id" = "second_payment_id" DESC, "settled_at") AS "ids"
  FROM "orders" JOIN "payment" ON "payment"."order_id" = "orders"."id"
  WHERE "second_payment_id" IS NOT NULL AND "payment"."id" <> "paid_payment_id"
    AND 'paid_twice' = ANY("attention")
    AND "payment"."status" IN ('capture', 'settlement', 'partial_refund')
  GROUP BY "orders"."id"
) AS "others"
WHERE "orders"."id" = "others"."order_id";

ALTER TABLE "orders" DROP COLUMN "second_payment_id";
