package wording
