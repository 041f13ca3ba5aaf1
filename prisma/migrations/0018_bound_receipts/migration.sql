-- AlterTable
ALTER TABLE "FormReceipt" ADD COLUMN     "command" TEXT NOT NULL DEFAULT '';

DROP FUNCTION "take_turn"(text, text, text, text);

-- As before (0016), and of a form that was carried out it tells whether the same person sent it for the same command:
-- what it answered is theirs alone.
CREATE FUNCTION "take_turn"(newsroom text, person text, login text, form text, sent_for text)
RETURNS TABLE (seq int, hash text, place jsonb, receipt jsonb)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT "auditSeq", "auditHash" INTO seq, hash FROM "Newsroom" WHERE id = newsroom FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT jsonb_build_object(
    'role', member.role,
    'selfCheck', room."selfCheck",
    'secondCheck', room."secondCheck",
    'secondCheckRisks', room."secondCheckRisks"
  ) INTO place
  FROM "Newsroom" room
  JOIN "Membership" member ON member."newsroomId" = room.id
  JOIN "Session" session ON session."userId" = member."userId"
  WHERE room.id = newsroom AND member."userId" = person AND member."removedAt" IS NULL
    AND session.id = login AND session."revokedAt" IS NULL AND session."expiresAt" > clock_timestamp();
  SELECT jsonb_build_object('isSame', same.is_same, 'output', CASE WHEN same.is_same THEN sent.output END) INTO receipt
  FROM "FormReceipt" sent CROSS JOIN LATERAL (
    SELECT sent."userId" = person AND sent."newsroomId" = newsroom AND sent.command IN ('', sent_for) AS is_same
  ) AS same
  WHERE sent.id = form;
  RETURN NEXT;
END
$$;
