-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN     "dateCaptures" BOOLEAN NOT NULL DEFAULT false;

-- A time stamp has a date and the answer that vouches for it, or neither; once it has them it stays as it is.
ALTER TABLE "TimeStamp" ADD CONSTRAINT "time_stamp_is_dated_by_an_answer" CHECK (
  (state = 'granted') = ("datedAt" IS NOT NULL) AND (state = 'granted') = (response IS NOT NULL)
);
CREATE TRIGGER "granted_stays" BEFORE UPDATE OR DELETE ON "TimeStamp"
  FOR EACH ROW WHEN (OLD.state = 'granted') EXECUTE FUNCTION "refuse_change"();
