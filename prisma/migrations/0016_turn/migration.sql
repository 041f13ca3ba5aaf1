-- Takes a newsroom's turn to write, and tells at once what every command asks first: where the log ends, what the
-- person's place there is, and what their form was answered if it was carried out before.
--
-- Volatile, so that each of its statements sees what the turn before committed. In one statement, all but the
-- locked row would be read as it was before the wait.
CREATE FUNCTION "take_turn"(newsroom text, person text, login text, form text)
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
  SELECT jsonb_build_object('output', sent.output) INTO receipt FROM "FormReceipt" sent
  WHERE sent.id = form AND sent."userId" = person AND sent."newsroomId" = newsroom;
  RETURN NEXT;
END
$$;
