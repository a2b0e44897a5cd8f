-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "leased_by" UUID,
ADD COLUMN     "leased_until" TIMESTAMPTZ(3);


-- What Prisma's schema language cannot say: money that has arrived is undone by nobody, not even by a
-- script that goes past lib/orders. A test compares these moves with lib/orders/payment-states.ts, pair by
-- pair. Who may tell a move is decided there; here only whether it can be true at all.
CREATE FUNCTION "payment_may_move"("old" "payment_status", "new" "payment_status") RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE "old"
    WHEN 'created' THEN "new" <> 'created'
    WHEN 'pending' THEN "new" NOT IN ('created', 'pending')
    WHEN 'authorize' THEN "new" NOT IN ('created', 'pending', 'authorize')
    WHEN 'capture' THEN "new" IN ('settlement', 'partial_refund', 'refund')
    WHEN 'settlement' THEN "new" IN ('partial_refund', 'refund')
    WHEN 'partial_refund' THEN "new" IN ('partial_refund', 'refund')
    WHEN 'refund' THEN false
    -- Given up here, paid after all: expire, cancel, deny, failure.
    ELSE "new" IN ('capture', 'settlement', 'partial_refund', 'refund')
  END
$$;

-- An order that was given up can be opened again or turn out to be paid; one that is paid stays so,
-- whatever is refunded.
CREATE FUNCTION "order_may_move"("old" "order_status", "new" "order_status") RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN "old" = 'pending' THEN true
    WHEN "old" IN ('paid', 'partially_refunded', 'refunded')
      THEN "new" IN ('paid', 'partially_refunded', 'refunded')
    ELSE "new" IN ('pending', 'paid', 'partially_refunded', 'refunded')
  END
$$;

CREATE FUNCTION "refuse_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% %: % is refused', TG_TABLE_NAME, NEW.id, TG_ARGV[0] USING
    ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME,
    DETAIL = CASE WHEN TG_OP = 'INSERT' THEN NEW.status::text ELSE OLD.status || ' -> ' || NEW.status END;
END
$$;

-- The conditions stand in WHEN, so that an update that keeps to them calls no function.
CREATE TRIGGER "payment_begins_created" BEFORE INSERT ON "payment" FOR EACH ROW
WHEN (NEW.status <> 'created')
EXECUTE FUNCTION "refuse_row"('an insert in another status than created');

CREATE TRIGGER "payment_moves_legally" BEFORE UPDATE ON "payment" FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status AND NOT "payment_may_move"(OLD.status, NEW.status))
EXECUTE FUNCTION "refuse_row"('this move of its status');

CREATE TRIGGER "payment_keeps_its_money" BEFORE UPDATE ON "payment" FOR EACH ROW
WHEN (NEW.gross_amount <> OLD.gross_amount OR NEW.refunded < OLD.refunded)
EXECUTE FUNCTION "refuse_row"('another amount or a lower refund');

-- Midtrans gives the QR code and the deeplink once, in the answer to the charge.
CREATE TRIGGER "payment_keeps_its_charge" BEFORE UPDATE ON "payment" FOR EACH ROW
WHEN (OLD.charge_response IS NOT NULL AND OLD.charge_response IS DISTINCT FROM NEW.charge_response)
EXECUTE FUNCTION "refuse_row"('another charge response');

CREATE TRIGGER "order_begins_pending" BEFORE INSERT ON "orders" FOR EACH ROW
WHEN (NEW.status <> 'pending')
EXECUTE FUNCTION "refuse_row"('an insert in another status than pending');

CREATE TRIGGER "order_moves_legally" BEFORE UPDATE ON "orders" FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status AND NOT "order_may_move"(OLD.status, NEW.status))
EXECUTE FUNCTION "refuse_row"('this move of its status');
