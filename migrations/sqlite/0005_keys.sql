CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`prefix` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
) STRICT;

CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);
CREATE INDEX `api_keys_created` ON `api_keys` ("created_at" desc,`id`);
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`key_id` text,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`detail` text,
	`request_id` text
) STRICT;

CREATE INDEX `audit_entries_action` ON `audit_entries` (`action`,"seq" desc);
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,"seq" desc);
CREATE INDEX `audit_entries_target` ON `audit_entries` (`target`,"seq" desc);
CREATE TABLE `kept_answers` (
	`owner` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`started_at` integer NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	PRIMARY KEY(`owner`, `key`)
) STRICT;

CREATE INDEX `kept_answers_started` ON `kept_answers` (`started_at`);

-- The trail is only ever added to, whoever asks.
CREATE TRIGGER `audit_entries_stay` BEFORE UPDATE ON `audit_entries` BEGIN
	SELECT RAISE(ABORT, 'the audit trail is only added to');
END;
CREATE TRIGGER `audit_entries_remain` BEFORE DELETE ON `audit_entries` BEGIN
	SELECT RAISE(ABORT, 'the audit trail is only added to');
END;

-- Findings that a person judged can be asked for.
INSERT INTO `finding_facets` (`topic_id`, `finding_id`, `kind`, `value`)
	SELECT `topic_id`, `id`, 'review', `body` ->> '$.review.status' FROM `findings` WHERE `body` ->> '$.review.status' IN ('confirmed', 'dismissed');
