-- What is counted is no longer an address alone: an account, a device, or a network.
ALTER TABLE "LoginFailure" RENAME COLUMN "email" TO "key";
ALTER INDEX "LoginFailure_email_at_idx" RENAME TO "LoginFailure_key_at_idx";
UPDATE "LoginFailure" SET "key" = 'account:' || "key";
