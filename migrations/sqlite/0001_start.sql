CREATE TABLE `claims` (
	`topic_id` text NOT NULL,
	`id` text NOT NULL,
	`seq` integer NOT NULL,
	`document_id` text NOT NULL,
	`outlet_id` text NOT NULL,
	`origin` text,
	`predicate` text,
	`subject` text NOT NULL,
	`place` text,
	`published_at` integer NOT NULL,
	`nominal` real,
	`body` text NOT NULL,
	PRIMARY KEY(`topic_id`, `id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;

CREATE UNIQUE INDEX `claims_seq` ON `claims` (`seq`);
CREATE INDEX `claims_id` ON `claims` (`id`);
CREATE INDEX `claims_published` ON `claims` ("published_at" desc,`seq`,`nominal`);
CREATE INDEX `claims_document` ON `claims` (`document_id`,"published_at" desc,`seq`);
CREATE INDEX `claims_topic` ON `claims` (`topic_id`,"published_at" desc,`seq`,`nominal`);
CREATE INDEX `claims_outlet` ON `claims` (`outlet_id`,"published_at" desc,`seq`);
CREATE INDEX `claims_subject` ON `claims` (`subject`,"published_at" desc,`seq`);
CREATE INDEX `claims_origin` ON `claims` (`origin`,"published_at" desc,`seq`) WHERE "claims"."origin" is not null;
CREATE INDEX `claims_predicate` ON `claims` (`predicate`,"published_at" desc,`seq`) WHERE "claims"."predicate" is not null;
CREATE INDEX `claims_place` ON `claims` (`place`,"published_at" desc,`seq`) WHERE "claims"."place" is not null;
CREATE INDEX `claims_topic_outlet` ON `claims` (`topic_id`,`outlet_id`,"published_at" desc,`seq`);
CREATE INDEX `claims_topic_origin` ON `claims` (`topic_id`,`origin`,"published_at" desc,`seq`) WHERE "claims"."origin" is not null;
CREATE INDEX `claims_topic_predicate` ON `claims` (`topic_id`,`predicate`,"published_at" desc,`seq`) WHERE "claims"."predicate" is not null;
CREATE TABLE `consensus` (
	`topic_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`topic_id`, `id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`,`id`) REFERENCES `groups`(`topic_id`,`id`) ON UPDATE no action ON DELETE cascade
) STRICT;

CREATE INDEX `consensus_position` ON `consensus` (`topic_id`,`position`);
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`outlet_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`added_at` integer NOT NULL,
	`digest` text NOT NULL,
	`claims` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outlet_id`) REFERENCES `outlets`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX `documents_published` ON `documents` ("published_at" desc,`id`);
CREATE INDEX `documents_topic` ON `documents` (`topic_id`,"published_at" desc,`id`);
CREATE INDEX `documents_outlet` ON `documents` (`outlet_id`,"published_at" desc,`id`);
CREATE INDEX `documents_topic_outlet` ON `documents` (`topic_id`,`outlet_id`,"published_at" desc,`id`);
CREATE TABLE `finding_facets` (
	`topic_id` text NOT NULL,
	`finding_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`topic_id`, `finding_id`, `kind`, `value`),
	FOREIGN KEY (`topic_id`,`finding_id`) REFERENCES `findings`(`topic_id`,`id`) ON UPDATE no action ON DELETE cascade
) STRICT;

CREATE INDEX `finding_facets_value` ON `finding_facets` (`kind`,`value`,`topic_id`,`finding_id`);
CREATE TABLE `findings` (
	`topic_id` text NOT NULL,
	`id` text NOT NULL,
	`verdict` text NOT NULL,
	`tier` text NOT NULL,
	`level` text NOT NULL,
	`score` real NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`topic_id`, `id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX `findings_id` ON `findings` (`id`);
CREATE INDEX `findings_score` ON `findings` ("score" desc,`id`);
CREATE INDEX `findings_tier` ON `findings` (`tier`,"score" desc,`id`);
CREATE INDEX `findings_verdict` ON `findings` (`verdict`,"score" desc,`id`);
CREATE INDEX `findings_level` ON `findings` (`level`,"score" desc,`id`);
CREATE INDEX `findings_topic` ON `findings` (`topic_id`,"score" desc,`id`);
CREATE INDEX `findings_topic_tier` ON `findings` (`topic_id`,`tier`,"score" desc,`id`);
CREATE TABLE `groups` (
	`topic_id` text NOT NULL,
	`id` text NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`topic_id`, `id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX `groups_id` ON `groups` (`id`);
CREATE TABLE `outlets` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`owner` text,
	`kind` text NOT NULL,
	`sample` integer NOT NULL
) STRICT;

CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`sample` integer NOT NULL,
	`documents` integer NOT NULL,
	`outlets` integer NOT NULL,
	`claims` integer NOT NULL,
	`groups` integer NOT NULL,
	`conflicts` integer NOT NULL,
	`checks` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`reconciled_revision` integer NOT NULL,
	`dirty_order` integer
) STRICT;

CREATE INDEX `topics_dirty` ON `topics` (`dirty_order`) WHERE "topics"."dirty_order" is not null;
CREATE TABLE `views` (
	`topic_id` text PRIMARY KEY NOT NULL,
	`json` text NOT NULL,
	`etag` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

-- Full text: the words of the evidence, kept in step by the engine itself, so that no path can forget it.
CREATE VIRTUAL TABLE `claim_search` USING fts5(
	`quote`, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER `claims_search_insert` AFTER INSERT ON `claims` BEGIN
	INSERT INTO `claim_search` (`rowid`, `quote`) VALUES (new.`seq`, new.`body` ->> '$.evidence.quote');
END;
CREATE TRIGGER `claims_search_delete` AFTER DELETE ON `claims` BEGIN
	DELETE FROM `claim_search` WHERE `rowid` = old.`seq`;
END;
