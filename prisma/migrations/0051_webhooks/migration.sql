-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "seed" TEXT NOT NULL,
    "oldSeed" TEXT NOT NULL DEFAULT '',
    "oldUntil" TIMESTAMPTZ(3),
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "offReason" TEXT NOT NULL DEFAULT '',
    "failingSince" TIMESTAMPTZ(3),
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "seq" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answers" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Webhook_newsroomId_idx" ON "Webhook"("newsroomId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_webhookId_state_nextAt_idx" ON "WebhookDelivery"("webhookId", "state", "nextAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_webhookId_at_id_idx" ON "WebhookDelivery"("webhookId", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The job process is told that something waits for an address: one job for each address, and never two of them at once.
CREATE FUNCTION "wake_webhook"(webhook text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => 'webhook', payload => json_build_object('id', webhook), queue_name => 'webhook ' || webhook,
    job_key => 'webhook ' || webhook, run_at => run_at);
END
$$;

-- What happens is on its way to those who chose it as soon as it stands in the log, or neither is: whatever wrote the entry.
CREATE FUNCTION "tell_webhooks"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  FOR told IN
    INSERT INTO "WebhookDelivery" (id, "newsroomId", "webhookId", type, seq, at)
    SELECT gen_random_uuid()::text, NEW."newsroomId", hook.id, NEW.type, NEW.seq, NEW.at
    FROM "Webhook" hook
    WHERE hook."newsroomId" = NEW."newsroomId" AND hook."isOn" AND hook."removedAt" IS NULL
      AND hook.events && ARRAY[NEW.type, split_part(NEW.type, '.', 1) || '.*']
    RETURNING "webhookId"
  LOOP
    PERFORM "wake_webhook"(told, now());
  END LOOP;
  RETURN NULL;
END
$$;

CREATE TRIGGER "tell_webhooks" AFTER INSERT ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "tell_webhooks"();

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015).
CREATE FUNCTION "within_newsroom_Webhook"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND (
    TG_OP <> 'DELETE' AND (NEW."newsroomId" <> newsroom OR NOT EXISTS (
      SELECT 1 FROM "Membership" WHERE "userId" = NEW."addedById" AND "newsroomId" = newsroom))
    OR TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom) THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "Webhook"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_Webhook"();

CREATE FUNCTION "within_newsroom_WebhookDelivery"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND (
    TG_OP <> 'DELETE' AND (NEW."newsroomId" <> newsroom OR (
      SELECT "newsroomId" FROM "Webhook" WHERE id = NEW."webhookId") IS DISTINCT FROM newsroom)
    OR TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom) THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "WebhookDelivery"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_WebhookDelivery"();
