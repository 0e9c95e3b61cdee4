-- The same person may not hold the same role in the same organisation twice at a time.
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_no_overlap"
  EXCLUDE USING gist (user_id WITH =, organisation_id WITH =, role WITH =, daterange(starts_on, ends_on, '[)') WITH &&);
--> statement-breakpoint
-- A mentor has a district once at a time in a hub.
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_no_overlap"
  EXCLUDE USING gist (hub_id WITH =, mentor_id WITH =, region_code WITH =, daterange(starts_on, ends_on, '[)') WITH &&);
--> statement-breakpoint
-- What was published stays as it was; nothing that was ever a revision disappears.
CREATE FUNCTION refuse_change_of_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'practice revisions are never deleted';
  END IF;
  IF OLD.state = 'published' AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a published revision is immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER practice_revisions_frozen BEFORE UPDATE OR DELETE ON "practice_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_revision();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON "audit_log"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit_log();
--> statement-breakpoint
-- A public number, once given, stays with its record.
CREATE FUNCTION refuse_change_of_public_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'practices are withdrawn, never deleted';
  END IF;
  IF NEW.public_id IS DISTINCT FROM OLD.public_id THEN
    RAISE EXCEPTION 'a public number never changes';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER practices_public_id_kept BEFORE UPDATE OR DELETE ON "practices"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_public_id();
--> statement-breakpoint
-- The worker hears of new rows at once.
CREATE FUNCTION announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('jipp_outbox', TG_TABLE_NAME);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbox_announce AFTER INSERT ON "outbox" FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox();
--> statement-breakpoint
CREATE TRIGGER jobs_announce AFTER INSERT ON "jobs" FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox();
