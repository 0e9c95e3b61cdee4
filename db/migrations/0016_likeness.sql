CREATE TABLE "practice_likenesses" (
	"practice_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_likenesses_practice_id_other_id_pk" PRIMARY KEY("practice_id","other_id"),
	CONSTRAINT "practice_likenesses_answer" CHECK ("practice_likenesses"."answer" in ('replica', 'different'))
);
--> statement-breakpoint
ALTER TABLE "practice_likenesses" ADD CONSTRAINT "practice_likenesses_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_likenesses" ADD CONSTRAINT "practice_likenesses_other_id_practices_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_likenesses" ADD CONSTRAINT "practice_likenesses_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_likenesses_other" ON "practice_likenesses" USING btree ("other_id");