CREATE TABLE "dead_mailboxes" (
	"email" text PRIMARY KEY NOT NULL,
	"answer" text,
	"reported_by" uuid,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "life_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"round_on" date NOT NULL,
	"number" smallint NOT NULL,
	"channel" text NOT NULL,
	"sent_to" text,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"asked_by" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"assertion_id" uuid,
	CONSTRAINT "life_questions_channel" CHECK ("life_questions"."channel" in ('mail', 'whatsapp')),
	CONSTRAINT "life_questions_address" CHECK (("life_questions"."channel" = 'mail') = ("life_questions"."sent_to" is not null)),
	CONSTRAINT "life_questions_answer" CHECK (("life_questions"."answered_at" is null) = ("life_questions"."assertion_id" is null))
);
--> statement-breakpoint
CREATE TABLE "practice_contacts" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"replaces" text,
	"set_by" uuid,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"question" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_for" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"hub_told_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" uuid,
	"hidden_reason" text,
	"taken_into" text,
	"taken_at" timestamp (3) with time zone,
	"taken_by" uuid,
	CONSTRAINT "practice_questions_question" CHECK (length(btrim("practice_questions"."question")) > 0),
	CONSTRAINT "practice_questions_section" CHECK ("practice_questions"."taken_into" in ('summary', 'background', 'novelty', 'implementation', 'significance', 'replicated', 'adaptability', 'resources', 'sustainability')),
	CONSTRAINT "practice_questions_answer" CHECK (("practice_questions"."answered_at" is null) = ("practice_questions"."answer" is null) and ("practice_questions"."answered_at" is null) = ("practice_questions"."answered_by" is null)),
	CONSTRAINT "practice_questions_hidden" CHECK (("practice_questions"."hidden_at" is null) or (length(btrim(coalesce("practice_questions"."hidden_reason", ''))) > 0)),
	CONSTRAINT "practice_questions_taken" CHECK ("practice_questions"."taken_at" is null or ("practice_questions"."answer" is not null and "practice_questions"."taken_into" is not null))
);
--> statement-breakpoint
ALTER TABLE "life_assertions" ADD COLUMN "stop_reason" text;--> statement-breakpoint
ALTER TABLE "life_assertions" ADD COLUMN "since_year" integer;--> statement-breakpoint
ALTER TABLE "life_assertions" ADD COLUMN "channel" text DEFAULT 'workspace' NOT NULL;--> statement-breakpoint
ALTER TABLE "dead_mailboxes" ADD CONSTRAINT "dead_mailboxes_reported_by_users_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_questions" ADD CONSTRAINT "life_questions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_questions" ADD CONSTRAINT "life_questions_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_questions" ADD CONSTRAINT "life_questions_assertion_id_life_assertions_id_fk" FOREIGN KEY ("assertion_id") REFERENCES "public"."life_assertions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_contacts" ADD CONSTRAINT "practice_contacts_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_contacts" ADD CONSTRAINT "practice_contacts_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_asked_for_organisations_id_fk" FOREIGN KEY ("asked_for") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_hidden_by_users_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_taken_by_users_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "life_questions_once" ON "life_questions" USING btree ("practice_id","round_on","number","sent_to") WHERE "life_questions"."channel" = 'mail';--> statement-breakpoint
CREATE INDEX "life_questions_practice" ON "life_questions" USING btree ("practice_id","round_on");--> statement-breakpoint
CREATE INDEX "practice_questions_practice" ON "practice_questions" USING btree ("practice_id","asked_at");--> statement-breakpoint
CREATE INDEX "practice_questions_open" ON "practice_questions" USING btree ("asked_at") WHERE "practice_questions"."answered_at" is null and "practice_questions"."hidden_at" is null;--> statement-breakpoint
ALTER TABLE "life_assertions" ADD CONSTRAINT "life_assertions_channel" CHECK ("life_assertions"."channel" in ('workspace', 'mail', 'whatsapp'));--> statement-breakpoint
ALTER TABLE "life_assertions" ADD CONSTRAINT "life_assertions_stop_reason" CHECK ("life_assertions"."stop_reason" in ('budget', 'leadership_change', 'regulation', 'staff', 'technology', 'replaced', 'need_gone', 'other_reason'));--> statement-breakpoint
ALTER TABLE "life_assertions" ADD CONSTRAINT "life_assertions_stopped" CHECK ("life_assertions"."stop_reason" is null or "life_assertions"."status" = 'stopped');