#include <freexl.h>

#ifdef __linux__
// What libfreexl reads is handed to it without touching a disk; Swift's module of Glibc leaves this out.
int memfd_create(const char *name, unsigned int flags);
#endif
