CREATE TABLE `past_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer NOT NULL,
	`document` text NOT NULL,
	`claims` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX `past_entries_topic` ON `past_entries` (`topic_id`,`published_at`);
CREATE INDEX `past_entries_document` ON `past_entries` (`document_id`,`added_at`);

CREATE TABLE `__new_views` (
	`topic_id` text NOT NULL,
	`name` text NOT NULL,
	`json` text NOT NULL,
	`etag` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `name`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

INSERT INTO `__new_views`("topic_id", "name", "json", "etag", "version") SELECT "topic_id", 'consensus', "json", "etag", "version" FROM `views`;
DROP TABLE `views`;
ALTER TABLE `__new_views` RENAME TO `views`;

-- No topic has a timeline yet: all of them are reconciled again.
UPDATE `topics` SET `dirty_order` = `rowid` + (SELECT coalesce(max(`dirty_order`), 0) FROM `topics`) WHERE `dirty_order` IS NULL;
