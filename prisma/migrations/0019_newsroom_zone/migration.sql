-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT 'UTC';

-- A name of the IANA Time Zone Database, which the app knows better than this server.
ALTER TABLE "Newsroom" ADD CONSTRAINT "newsroom_time_zone_is_named" CHECK ("timeZone" ~ '^[A-Za-z0-9_+/-]{1,64}$');
