// How the GNU C library hands out memory; others have no such header.
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
