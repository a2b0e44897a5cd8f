-- A trigger's WHEN is parsed and planned anew in every statement, and with it the body of a function that it
-- calls: a third of what a notification cost. A PL/pgSQL function is planned once per connection. The same
-- guards under the same names, in one function for each table.
DROP TRIGGER "payment_moves_legally" ON "payment";
DROP TRIGGER "payment_keeps_its_money" ON "payment";
DROP TRIGGER "payment_keeps_its_charge" ON "payment";
DROP TRIGGER "order_moves_legally" ON "orders";

CREATE FUNCTION "guard_payment"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "guard" text := CASE
    WHEN OLD.status <> NEW.status AND NOT "payment_may_move"(OLD.status, NEW.status)
      THEN 'payment_moves_legally'
    WHEN OLD.gross_amount <> NEW.gross_amount OR NEW.refunded < OLD.refunded
      THEN 'payment_keeps_its_money'
    -- Midtrans gives the QR code and the deeplink once, in the answer to the charge.
    WHEN OLD.charge_response IS NOT NULL AND OLD.charge_response IS DISTINCT FROM NEW.charge_response
      THEN 'payment_keeps_its_charge'
  END;
BEGIN
  IF "guard" IS NOT NULL THEN
    RAISE EXCEPTION 'payment %: % refuses this update', OLD.id, "guard" USING
      ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = "guard",
      DETAIL = OLD.status || ' -> ' || NEW.status;
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "guard_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> NEW.status AND NOT "order_may_move"(OLD.status, NEW.status) THEN
    RAISE EXCEPTION 'order %: order_moves_legally refuses this update', OLD.id USING
      ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'order_moves_legally',
      DETAIL = OLD.status || ' -> ' || NEW.status;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "guard_payment" BEFORE UPDATE ON "payment" FOR EACH ROW
EXECUTE FUNCTION "guard_payment"();

CREATE TRIGGER "guard_order" BEFORE UPDATE ON "orders" FOR EACH ROW
EXECUTE FUNCTION "guard_order"();
