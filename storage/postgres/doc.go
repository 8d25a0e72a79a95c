// Package postgres keeps records in a PostgreSQL database.
package postgres
